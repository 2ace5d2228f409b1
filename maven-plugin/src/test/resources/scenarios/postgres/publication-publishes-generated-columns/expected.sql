ALTER PUBLICATION raw SET (publish_generated_columns = 'none');

ALTER PUBLICATION sizes SET (publish_generated_columns = 'stored');
