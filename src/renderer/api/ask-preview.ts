import type { AppClient } from '../../shared/contract/contract';
import type { CallOptions } from '../../shared/contract/define';
import type { MatchPreview, TextToRank } from '../../shared/domain/match';

/** Asks which formations a text suits; for `useLive`. */
export const askPreview = (client: AppClient, text: TextToRank, options: CallOptions): Promise<MatchPreview> =>
  client.matches.preview(text, options);
