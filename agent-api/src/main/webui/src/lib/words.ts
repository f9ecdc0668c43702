const END_REASONS: Record<string, string> = {
  finished: 'Finished',
  tool_call_limit: 'Used all its tool calls',
  request_limit: 'Used all its model calls',
  token_limit: 'Used all its tokens',
  cost_limit: 'Reached its cost limit',
  timeout: 'Took too long',
  stopped: 'Stopped by a person',
  overlap: 'The previous run was still working',
  paused: 'The agent was paused',
  catch_up_expired: 'Missed for too long to catch up',
  excluded: 'Excluded by the schedule',
  model_error: 'The model failed',
  tool_error: 'A tool failed',
  access_lost: 'Lost access to what it needs',
  denied: 'A person denied it',
  invalid: 'Its definition was not valid',
};

/** Why a run ended as it did, in words; an unknown reason is shown as it is. */
export function endReasonInWords(reason: string): string {
  return END_REASONS[reason] ?? capitalised(reason.replaceAll('_', ' '));
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "1 tool call", "3 tool calls". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}
