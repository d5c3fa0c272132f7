/** Goes with whoever leaves a list of proposed formations for transmitting: what was seen there is ticked at first. */
export const proposalsTaken = { takesProposals: true } as const;

/** Whether a page was reached so. */
export function takesProposals(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'takesProposals' in state && state.takesProposals === true;
}
