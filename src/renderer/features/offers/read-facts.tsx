import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { Offer } from '../../../shared/domain/offer';
import type { OfferReading, ReadFact } from '../../../shared/domain/reading/reading';
import type { Fact } from '../../components/Facts';
import type { Translate } from '../../i18n/translate';
import { confidenceOf, readSource } from './read-source';
import { ReadMark } from './ReadMark';
import { ReadSkills } from './ReadSkills';

/** What was read of an offer, as values with their mark, for the facts that the offer itself does not tell. */
export interface ReadFacts {
  /** The value of a fact with its mark; null when it was not read. */
  of<T>(fact: ReadFact<T> | null | undefined, show: (value: T) => string): ReactNode;
  readonly domain: Fact | null;
  /** The occupations proposed, and the skills read; left out where the offer names its own. */
  readonly own: readonly Fact[];
}

/** Prepares the facts that were read; `reading` is null until the offer has been read. */
export function readFacts(t: Translate, offer: Offer, reading: OfferReading | null): ReadFacts {
  return {
    of: (fact, show) =>
      fact ? (
        <>
          {show(fact.value)}
          <ReadMark source={readSource(t, offer, fact.passage)} />
        </>
      ) : null,
    domain: reading?.domain
      ? {
          label: t('reading.domain'),
          value: <Proposed t={t} label={reading.domain.label} part={reading.domain.part} />,
        }
      : null,
    own: [
      ...(offer.romeCode === null && reading ? [occupationsFact(t, reading)] : []),
      ...(offer.skills.length === 0 && reading ? skillFacts(t, offer, reading) : []),
    ],
  };
}

function occupationsFact(t: Translate, { occupations }: OfferReading): Fact {
  const value =
    occupations.length === 0 ? null : (
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {occupations.map(({ code, nearest, part }) => (
          <li key={code}>
            {nearest.code} {nearest.label}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {` – ${t(`reading.confidence.${confidenceOf(part)}`)}`}
            </Box>
          </li>
        ))}
      </Box>
    );
  return { label: t('reading.occupations'), value };
}

function skillFacts(t: Translate, offer: Offer, { skills }: OfferReading): readonly Fact[] {
  const soft = skills.filter(({ kind }) => kind === 'soft');
  const hard = skills.filter(({ kind }) => kind !== 'soft');
  const show = (some: OfferReading['skills']): ReactNode =>
    some.length === 0 ? null : <ReadSkills offer={offer} skills={some} />;
  return [
    { label: t('offers.skills'), value: show(hard) },
    { label: t('reading.softSkills'), value: show(soft) },
  ];
}

interface ProposedProps {
  readonly t: Translate;
  readonly label: string;
  readonly part: number;
}

function Proposed({ t, label, part }: ProposedProps) {
  const confidence = t(`reading.confidence.${confidenceOf(part)}`);
  return (
    <>
      {label}
      <ReadMark source={t('reading.byMeaning', { confidence })} />
    </>
  );
}
