create schema ext;
create extension citext schema ext;
create table users (mail ext.citext primary key);
