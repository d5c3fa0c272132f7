import { Box, Typography } from '@mui/material';
import type { TextExplanation } from '../../../shared/domain/explanation/explanation';
import { MarkedText } from './MarkedText';
import { contractSentence, levelSentence, type Wording } from './reason-sentences';

interface TermsProps {
  readonly explanation: TextExplanation;
  readonly wording: Wording;
  /** Shown where the levels cannot be compared; else nothing is. */
  readonly noLevel?: string;
}

/** Level and contract, each only where both sides can be compared. */
export function Terms({ explanation, wording, noLevel }: TermsProps) {
  const level = levelSentence(explanation, wording) ?? noLevel;
  const contract = contractSentence(explanation, wording);
  const { said } = explanation.contract;
  return (
    <>
      {level === undefined ? null : <Typography variant="body2">{level}</Typography>}
      {contract === null ? null : (
        <Typography variant="body2">
          {contract}
          {said ? (
            <Box component="q" sx={{ ml: 0.5, fontStyle: 'italic', overflowWrap: 'anywhere' }}>
              <MarkedText text={said.text} words={[]} />
            </Box>
          ) : null}
        </Typography>
      )}
    </>
  );
}
