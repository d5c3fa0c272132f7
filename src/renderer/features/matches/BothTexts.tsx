import { Box, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitedPassage, ExplainedField, TextExplanation } from '../../../shared/domain/explanation/explanation';
import { useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { noOffer, type ComparedText } from './compared-text';
import { MarkedText } from './MarkedText';
import { PassageNumber } from './PassageNumber';

interface BothTextsProps {
  readonly explanation: TextExplanation;
  readonly compared: ComparedText;
}

/** The whole offer beside the whole formation, with the passages that meet numbered where they stand. */
export function BothTexts({ explanation, compared }: BothTextsProps) {
  const { t } = useTranslation();
  const { formationId, passages } = explanation;
  const isStored = 'offerId' in compared;
  const stored = useCall('offers', 'get', { offerId: isStored ? compared.offerId : noOffer }, { enabled: isStored });
  const offer = isStored ? stored.data && { ...stored.data, title: stored.data.rawTitle } : compared.text;
  const formation = useCall('formations', 'get', { formationId });
  const error = stored.error ?? formation.error;
  if (error) return <ErrorAlert error={error} />;
  if (!offer || !formation.data) return <Skeleton variant="rounded" height={200} />;
  const { title, description, skills } = offer;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        '@container reasons (min-width: 600px)': { gridTemplateColumns: '1fr 1fr', gap: 3 },
      }}
    >
      <Side name={t('reasons.offer')}>
        <Source field="title" texts={[title]} passages={passages.map((pair) => pair.offer)} />
        <Source field="description" texts={[description]} passages={passages.map((pair) => pair.offer)} />
        <Source field="skill" texts={skills} passages={passages.map((pair) => pair.offer)} />
      </Side>
      <Side name={t('reasons.formation')}>
        <Source field="title" texts={[formation.data.title]} passages={passages.map((pair) => pair.formation)} />
        <Source
          field="description"
          texts={[formation.data.description]}
          passages={passages.map((pair) => pair.formation)}
        />
        <Source field="skill" texts={formation.data.skills} passages={passages.map((pair) => pair.formation)} />
        <Source field="keyword" texts={formation.data.keywords} passages={passages.map((pair) => pair.formation)} />
        <Source field="job" texts={formation.data.jobs} passages={passages.map((pair) => pair.formation)} />
      </Side>
    </Box>
  );
}

interface SideProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Side({ name, children }: SideProps) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="body2" component="h5" sx={{ fontWeight: 650, mb: 0.5 }}>
        {name}
      </Typography>
      {children}
    </Box>
  );
}

interface SourceProps {
  readonly field: ExplainedField;
  readonly texts: readonly string[];
  /** Of the whole side, in the order of their numbers. */
  readonly passages: readonly CitedPassage[];
}

function Source({ field, texts, passages }: SourceProps) {
  const { t } = useTranslation();
  const isEmpty = texts.every((text) => text === '');
  if (isEmpty && field !== 'description') return null;
  return (
    <Box sx={{ mb: 1.25, fontSize: '0.875rem', lineHeight: 1.55, overflowWrap: 'anywhere' }}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {t(`reasons.fields.${field}`)}
      </Typography>
      {isEmpty ? t('reasons.noText') : null}
      {texts.map((text, item) => (
        <Box key={item} dir="auto" sx={{ whiteSpace: 'pre-line' }}>
          <NumberedText
            text={text}
            passages={passages.flatMap((passage, index) => {
              return passage.field === field && passage.item === item ? [{ ...passage, number: index + 1 }] : [];
            })}
          />
        </Box>
      ))}
    </Box>
  );
}

interface NumberedPassage extends CitedPassage {
  readonly number: number;
}

interface NumberedTextProps {
  readonly text: string;
  readonly passages: readonly NumberedPassage[];
}

function NumberedText({ text, passages }: NumberedTextProps) {
  const inOrder = passages.toSorted((one, two) => one.start - two.start);
  return (
    <>
      {inOrder.map((passage, index) => {
        const { number, start, end, words } = passage;
        const own = words.map((word) => ({ start: word.start - start, end: word.end - start }));
        return (
          <span key={number}>
            {text.slice(inOrder[index - 1]?.end ?? 0, start)}
            <PassageNumber number={number} />{' '}
            <Box
              component="span"
              sx={(theme) => ({ borderBottom: `2px solid ${theme.palette.primary.main}`, pb: '1px' })}
            >
              <MarkedText text={text.slice(start, end)} words={own} />
            </Box>
          </span>
        );
      })}
      {text.slice(inOrder.at(-1)?.end ?? 0)}
    </>
  );
}
