create conversion stays for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create default conversion changes for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
create conversion comes for 'LATIN2' to 'UTF8' from iso8859_to_utf8;
comment on conversion changes is 'for old files';
comment on conversion comes is 'for newer ones';
