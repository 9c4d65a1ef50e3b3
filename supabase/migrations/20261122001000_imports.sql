-- Which conversations were imported, so that an import can run twice.
-- Cost on a big database: new table, nothing is rewritten.

create table public.imported_conversations (
    session_id uuid not null,
    imported_at timestamptz not null default now(),
    source text not null,
    conversation_id text not null,
    title text,
    meta jsonb,
    constraint imported_conversations_pkey primary key (session_id),
    constraint imported_conversations_session_id_fkey foreign key (session_id) references public.sessions (id) on delete cascade,
    constraint conversation_imported_once unique (source, conversation_id)
);
alter table public.imported_conversations enable row level security;
alter table public.imported_conversations force row level security;
revoke all on table public.imported_conversations from public, anon, authenticated, service_role;
create policy "The owner imports and exports" on public.imported_conversations
    for all to current_user using (true) with check (true);
comment on table public.imported_conversations is 'Where an imported session came from. An imported session has no token that anyone knows.';
comment on column public.imported_conversations.conversation_id is 'Its id in the source: the same one is imported once.';
comment on column public.imported_conversations.meta is 'What the source said about the conversation, as it came.';
