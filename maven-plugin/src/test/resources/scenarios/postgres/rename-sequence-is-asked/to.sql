create sequence ticket_no start 1000 increment 5;
