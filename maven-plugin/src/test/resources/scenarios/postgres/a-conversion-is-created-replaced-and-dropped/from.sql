create conversion stays for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create conversion changes for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
create conversion goes for 'UTF8' to 'LATIN2' from utf8_to_iso8859;
comment on conversion changes is 'for old files';
