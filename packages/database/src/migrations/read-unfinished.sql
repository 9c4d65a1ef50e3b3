select version, direction
from supabase_migrations.catb_unfinished
