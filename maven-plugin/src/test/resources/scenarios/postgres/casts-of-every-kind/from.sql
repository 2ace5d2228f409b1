create type code as (v integer);
create type level as enum ('low', 'high');
create function to_code(integer) returns code language sql immutable return row($1)::code;
create cast (integer as code) with function to_code(integer);
create cast (level as integer) with inout;
create cast (code as text) with inout as assignment;
comment on cast (integer as code) is 'wraps';
