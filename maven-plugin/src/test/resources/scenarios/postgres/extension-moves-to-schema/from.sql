create schema ext;
create extension citext;
create table users (mail citext primary key);
