/**
 * In charge of who may do what, decided by hand: the tests hold the catalog against it, so that a
 * table or function that nobody decided about fails.
 */

/** Every role that is not the owner. */
export const roles = ['anon', 'authenticated', 'service_role', 'catb_server', 'catb_analyst'];

/** Whom a person comes through. */
const people = ['anon', 'authenticated'];
const everyCaller = [...people, 'catb_server'];

/** Who may read a table, of his own session's rows only; nobody writes one. */
export const readersOfTables: Record<string, readonly string[]> = {
  'catb.error_codes': [],
  'public.audit_log': [],
  'public.context_summaries': [],
  'public.feedback': people,
  'public.imported_conversations': [],
  'public.messages': people,
  'public.model_calls': [],
  'public.model_prices': [],
  'public.preferences': people,
  'public.sessions': people,
  'public.triage_rule_history': [],
  'public.triage_rules': [],
  'public.triage_rules_version': [],
  'public.triage_word_lists': [],
};

/** Of these tables only some columns may be read. */
export const readableColumns: Record<string, readonly string[]> = {
  'public.sessions': ['created_at', 'expires_at', 'id', 'last_active_at'],
};

/** Who may execute a function, besides its owner. */
export const callersOfFunctions: Record<string, readonly string[]> = {
  'catb.bump_triage_version': [],
  'catb.close_turn': [],
  'catb.context_window': [],
  'catb.current_session_id': people,
  'catb.expand_triage_patterns': [],
  'catb.format_token': [],
  'catb.hash_idempotency_key': [],
  'catb.keep_triage_rule': [],
  'catb.new_secret': [],
  'catb.preferences_json': [],
  'catb.price_call': [],
  'catb.raise_error': [],
  'catb.read_transcript': ['catb_analyst'],
  'catb.record_model_call': [],
  'catb.request_transcript': ['catb_analyst'],
  'catb.require_session': [],
  'catb.session_of_token': [],
  'catb.sweep_stuck_turns': ['catb_server'],
  'catb.take_up_turn': [],
  'catb.touch_triage_rule': [],
  'catb.triage_version': [],
  'catb.uuid_v7': [],
  'public.begin_summary': ['catb_server'],
  'public.begin_turn': ['catb_server'],
  'public.checkpoint_turn': ['catb_server'],
  'public.create_session': everyCaller,
  'public.erase_session': everyCaller,
  'public.export_session': everyCaller,
  'public.fail_turn': ['catb_server'],
  'public.finish_summary': ['catb_server'],
  'public.finish_turn': ['catb_server'],
  'public.get_preferences': everyCaller,
  'public.record_feedback': everyCaller,
  'public.record_superseded_call': ['catb_server'],
  'public.revoke_session': everyCaller,
  'public.rotate_session_token': everyCaller,
  'public.session_history': everyCaller,
  'public.set_preferences': everyCaller,
  'public.triage_rules_current': ['catb_server'],
};
