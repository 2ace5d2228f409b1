-- hazard breaks-readers bare: its foreign tables may read from elsewhere, or not at all
ALTER FOREIGN DATA WRAPPER bare OPTIONS (DROP debug, DROP level);

-- hazard breaks-readers near: its foreign tables may read from elsewhere, or not at all
ALTER SERVER near VERSION NULL OPTIONS (DROP root, SET mode 'w', ADD port '5');

-- hazard breaks-readers newer: its foreign tables may read from elsewhere, or not at all
ALTER SERVER newer VERSION '2';

-- hazard breaks-readers near.public: its foreign tables may read from elsewhere, or not at all
ALTER USER MAPPING FOR PUBLIC SERVER near OPTIONS (DROP word, ADD extra 'd', SET login 'c');
