create type code as (v integer);
create type level as enum ('low', 'high');
create function to_code(integer) returns code language sql immutable return row($1)::code;
create cast (integer as code) with function to_code(integer) as implicit;
create cast (code as text) with inout;
create cast (level as text) with inout as implicit;
create cast (date as oid) without function as assignment;
comment on cast (integer as code) is 'wraps';
comment on cast (level as text) is 'spells';
