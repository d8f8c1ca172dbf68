UPDATE api_key SET label = 'till', expires_at = 9000, last_used_at = 1600 WHERE id = 'key';
