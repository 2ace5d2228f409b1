CREATE TABLE teams (id int PRIMARY KEY);
CREATE TABLE members (team int REFERENCES teams, who name);
CREATE POLICY mine ON teams USING (id IN (SELECT team FROM members WHERE who = current_user));
CREATE POLICY of_team ON members USING (EXISTS (SELECT FROM teams WHERE teams.id = members.team));
