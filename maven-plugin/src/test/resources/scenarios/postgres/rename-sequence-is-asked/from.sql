create sequence ticket_numbers start 1000 increment 5;
