CREATE INDEX CONCURRENTLY users_age ON users (age);
INSERT INTO audit VALUES ('begun');
INSERT INTO audit SELECT 'share ' || 100 / age FROM users WHERE age IS NOT NULL;
CREATE INDEX CONCURRENTLY audit_what ON audit (what);
