create type mood as enum ('good', 'bad');
create type mood_before as enum ('early');
create type mark as (place text, note text, mood mood);
create domain strict_mark as mark check ((value).place <> 'nowhere');
create type marks as (first strict_mark, others mark[]);
create table board (
  id integer primary key,
  grid mark[],
  best strict_mark,
  rest strict_mark[],
  pair marks,
  constraint same_grid check (
    concat_ws('|', array_dims(grid), (grid[0][2]).mood, (grid[1][1]).note, (grid[1][2]).place)
      = '[0:1][1:2]|good|x, "y"\{}|r'),
  constraint same_rest check (
    concat_ws('|', (best).place, (best).mood, (rest[1]).place, array_ndims(rest), ((pair).first).place,
      (((pair).others)[2][1]).place) = 'p|bad|p|1|p|q')
);
