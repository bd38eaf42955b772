SELECT id AS record_id, heads AS number, heads_precision AS precision, heads_upper AS upper
FROM event WHERE date_first_year <= :last_year AND date_last_year >= :first_year