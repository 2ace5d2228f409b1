insert into slots (id, slot, breaks, open, work, shift) values
  (1, '[08:00,09:30)', array[timerange('08:30', '08:40'), null], '{[10:00,11:00),[12:00,13:00]}', '[08:00,17:00)', row('ann, bo', '[01:00,02:00)')),
  (2, '[10:00,11:00)', '{}', '{}', null, null);
