import { Box, Chip, Link as MuiLink, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CompanyApproach, FoundOffer } from '../../../shared/contract/search';
import { useKiosk } from '../../api/use-kiosk';
import { Approach } from '../../components/Approach';
import { useStudyLevel } from '../../components/use-study-level';
import { useFormat } from '../../i18n/use-format';
import { MarkedText } from '../matches/MarkedText';
import { useSearchLink } from '../search/use-search-text';
import { sharedSkills } from './shared-skills';

interface OpenOfferProps {
  readonly offer: FoundOffer;
  /** What was looked for. */
  readonly text: string;
  /** The level that was asked for; null for none. */
  readonly level: number | null;
  readonly isNew: boolean;
  /** The sentence of it that comes closest by its meaning, once that is known and where one does. */
  readonly passage: string | undefined;
  /** How it is answered; null where students ask the office, undefined until that is known. */
  readonly approach: CompanyApproach | null | undefined;
}

/** An offer that somebody can still take: its facts, the passage that comes closest, why it is here, how to answer it. */
export function OpenOffer({ offer, text, level, isNew, passage, approach }: OpenOfferProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const levelName = useStudyLevel();
  const isKiosk = useKiosk();
  const inSearch = useSearchLink(text);
  const link = isKiosk ? inSearch({ open: String(offer.id) }) : { to: `/offers?open=${offer.id}` };
  const facts = [
    offer.company,
    offer.city,
    offer.contractType && t(`contractTypes.${offer.contractType}`),
    offer.postedOn && t('students.postedOn', { date: format.date(offer.postedOn) }),
  ].filter((fact) => fact !== null && fact !== '');
  const skills = sharedSkills(offer.skills, text);
  const reasons = [
    ...(offer.foundBy === null ? [] : [t(`students.why.${offer.foundBy}`)]),
    // What is read above has not to be read twice.
    ...(passage === undefined || offer.excerpt.text.includes(passage)
      ? []
      : [t('students.nearestPassage', { passage })]),
    ...(skills.length === 0 ? [] : [t('students.sharedSkills', { skills: format.list(skills) })]),
    ...(level !== null && offer.levels.some((one) => one === level)
      ? [t('students.sameLevel', { level: levelName(level) })]
      : []),
  ];
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', breakInside: 'avoid' }}>
      <MuiLink component={Link} {...link} sx={{ fontWeight: 600 }}>
        <MarkedText text={offer.title} words={offer.titleWords} />
      </MuiLink>
      {isNew ? <Chip size="small" color="primary" variant="outlined" label={t('students.new')} sx={{ ml: 1 }} /> : null}
      <Typography variant="body2">{facts.join(' · ')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
        <MarkedText text={offer.excerpt.text} words={offer.excerpt.words} />
      </Typography>
      {reasons.map((reason) => (
        <Typography key={reason} variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {reason}
        </Typography>
      ))}
      {offer.copies === null ? null : (
        <MuiLink component={Link} {...inSearch({ among: offer.copies.offers })} variant="caption">
          {t('students.copies', { count: offer.copies.count })}
        </MuiLink>
      )}
      {approach ? <Approach label={t('students.answer')} approach={approach} /> : null}
      {approach === null ? (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t('students.answerAtOffice')}
        </Typography>
      ) : null}
    </Box>
  );
}
