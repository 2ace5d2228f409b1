-- hazard breaks-readers public.current_orders: whoever still uses the old name fails; the new one is old_orders
ALTER TABLE public.current_orders RENAME TO tidegate_renaming_1;

-- hazard breaks-readers public.old_orders: whoever still uses the old name fails; the new one is current_orders
ALTER TABLE public.old_orders RENAME TO current_orders;

ALTER TABLE public.tidegate_renaming_1 RENAME TO old_orders;

-- hazard breaks-readers public.current_orders.old_orders_pkey: whoever still uses the old name fails; the new one is current_orders_pkey
ALTER TABLE public.current_orders RENAME CONSTRAINT old_orders_pkey TO tidegate_renaming_1;

-- hazard breaks-readers public.old_orders.current_orders_pkey: whoever still uses the old name fails; the new one is old_orders_pkey
ALTER TABLE public.old_orders RENAME CONSTRAINT current_orders_pkey TO old_orders_pkey;

ALTER TABLE public.current_orders RENAME CONSTRAINT tidegate_renaming_1 TO current_orders_pkey;
