insert into current_orders values (1, 2);
insert into old_orders values (3, 4);
