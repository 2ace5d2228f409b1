create table invoices (number text primary key, total numeric, paid_at text);
