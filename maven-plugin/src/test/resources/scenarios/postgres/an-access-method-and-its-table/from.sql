create access method tree type index handler bthandler;
create access method leaves type table handler heap_tableam_handler;
