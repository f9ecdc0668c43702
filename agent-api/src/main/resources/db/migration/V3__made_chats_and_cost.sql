-- Whether collab-service has the chat, too. Asking it once more for those of before does no harm.
alter table chats add column made boolean not null default false;

-- In USD; absent where the model has no price, or did not answer yet.
alter table runs add column cost_usd numeric;
