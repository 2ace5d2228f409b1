CREATE OR REPLACE VIEW public.tree AS
WITH RECURSIVE tree(id, depth) AS (
         SELECT nodes.id,
            1 AS "?column?"
           FROM public.nodes
          WHERE (nodes.parent IS NULL)
        UNION ALL
         SELECT n.id,
            (t.depth + 1)
           FROM (public.nodes n
             JOIN tree t ON ((n.parent = t.id)))
        )
 SELECT id,
    depth
   FROM tree;
