CREATE TABLE public.members (
  team integer,
  who name
);

CREATE TABLE public.teams (
  id integer NOT NULL,
  CONSTRAINT teams_pkey PRIMARY KEY (id)
);

ALTER TABLE public.members ADD CONSTRAINT members_team_fkey FOREIGN KEY (team) REFERENCES public.teams (id);

CREATE POLICY of_team ON public.members USING ((EXISTS ( SELECT
   FROM public.teams
  WHERE (teams.id = members.team))));

CREATE POLICY mine ON public.teams USING ((id IN ( SELECT members.team
   FROM public.members
  WHERE (members.who = CURRENT_USER))));
