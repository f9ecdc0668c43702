-- Few org agents share what became of their runs; whoever lists runs looks for those few.
create index agents_sharing_results on agents (id)
    where type = 'org' and results_shared and visibility = 'everyone' and deleted_at is null;
