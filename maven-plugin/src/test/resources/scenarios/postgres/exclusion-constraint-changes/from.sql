create table stays (room int, during tsrange, constraint free exclude using gist (during with &&));
