create table nodes (id int, parent int);
create recursive view tree (id, depth) as select id, 1 from nodes where parent is null union all select n.id, t.depth + 1 from nodes n join tree t on n.parent = t.id;
