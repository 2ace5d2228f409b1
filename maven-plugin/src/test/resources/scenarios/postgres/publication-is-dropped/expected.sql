-- hazard breaks-readers all_of_it: its subscribers get no more changes
DROP PUBLICATION all_of_it;

-- hazard breaks-readers shop: its subscribers get no more changes
DROP PUBLICATION shop;
