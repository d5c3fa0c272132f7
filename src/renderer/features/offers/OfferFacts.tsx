import { Box, Chip, Link as TextLink, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatAcademicYear } from '../../../shared/domain/academic-year';
import { departmentNames } from '../../../shared/domain/dashboard/department';
import { offerServices } from '../../../shared/domain/import';
import type { Offer, OfferDuration, OfferStart } from '../../../shared/domain/offer';
import { isSeniorityInferred } from '../../../shared/domain/reading/reading';
import { regionNames } from '../../../shared/domain/places/regions';
import { closingReasons } from '../../../shared/domain/offer-life-cycle';
import { serviceNames } from '../../../shared/domain/service-question';
import { localDay } from '../../../shared/util/local-day';
import { useCall } from '../../api/use-call';
import { useKiosk } from '../../api/use-kiosk';
import { Facts } from '../../components/Facts';
import { OfficeLink } from '../../components/OfficeLink';
import { useStudyLevel } from '../../components/use-study-level';
import type { Translate } from '../../i18n/translate';
import { useFormat, type Format } from '../../i18n/use-format';
import { readFacts } from './read-facts';
import { payText } from './pay-text';

interface OfferFactsProps {
  readonly offer: Offer;
}

/** What an offer says of itself, apart from its text; what it does not say and was read in its text bears a mark. */
export function OfferFacts({ offer }: OfferFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const level = useStudyLevel();
  // Where the offer came from and what was read in it is the office's business.
  const isKiosk = useKiosk() ?? true;
  const reading = useCall('offers', 'reading', { offerId: offer.id }, { enabled: !isKiosk }).data ?? null;
  const read = readFacts(t, offer, reading);
  const said = reading && isSeniorityInferred(reading) ? null : reading?.seniority;
  const isOpen = offer.status !== 'filled' && offer.status !== 'archived';
  return (
    <Facts
      facts={[
        {
          label: t('offers.company'),
          value: offer.company ? (
            <OfficeLink to={`/companies?open=${offer.company.id}`}>{offer.company.name}</OfficeLink>
          ) : null,
        },
        { label: t('offers.contact'), value: offer.contact ? <Contact contact={offer.contact} /> : null },
        { label: t('offers.place'), value: <Place offer={offer} /> },
        {
          label: t('reading.contractType'),
          // A contract that somebody gave stands at the head of the panel.
          value: offer.contractType ? null : read.of(reading?.contractType, (type) => t(`contractTypes.${type}`)),
        },
        {
          label: t('offers.levels'),
          value:
            offer.levels.length > 0
              ? format.list(offer.levels.map(level))
              : read.of(reading?.levels, (levels) => format.list(levels.map(level))),
        },
        ...(offer.domain === null && read.domain
          ? [read.domain]
          : [{ label: t('offers.domain'), value: offer.domain }]),
        { label: t('offers.romeCode'), value: offer.romeCode },
        {
          label: t('offers.seniorityLabel'),
          value: offer.seniority
            ? t(`seniority.${offer.seniority}`)
            : read.of(said, (seniority) => t(`seniority.${seniority}`)),
        },
        { label: t('offers.start'), value: offer.start ? <Start start={offer.start} isOpen={isOpen} /> : null },
        {
          label: t('offers.duration'),
          value: offer.duration
            ? durationText(t, format, offer.duration)
            : read.of(reading?.duration, (duration) => durationText(t, format, duration)),
        },
        {
          label: t('offers.weeklyHours'),
          value: offer.weeklyHours
            ? t('offers.hoursPerWeek', { hours: format.number(offer.weeklyHours) })
            : read.of(reading?.weeklyHours, (hours) => t('offers.hoursPerWeek', { hours: format.number(hours) })),
        },
        {
          label: t('offers.pay'),
          value: offer.pay
            ? payText(t, format, offer.pay)
            : read.of(reading?.pay, ({ amount, per }) => payText(t, format, { amount, per, wording: '' })),
        },
        { label: t('offers.remoteLabel'), value: offer.remote ? t(`remote.${offer.remote}`) : null },
        { label: t('offers.language'), value: offer.language },
        {
          label: t('offers.disabilityFriendly'),
          value: offer.disabilityFriendly === null ? null : t(offer.disabilityFriendly ? 'common.yes' : 'common.no'),
        },
        { label: t('offers.places'), value: offer.places === null ? null : format.number(offer.places) },
        {
          label: t('offers.postedOn'),
          // A draft that was withdrawn keeps the day of its first publication, and is not published.
          value: offer.postedOn && offer.status !== 'draft' ? format.longDate(offer.postedOn) : null,
        },
        { label: t('offers.expiresOn'), value: offer.expiresOn ? format.longDate(offer.expiresOn) : null },
        { label: t('offers.academicYear'), value: formatAcademicYear(offer.academicYear) },
        { label: t('offers.closingReason'), value: closingWords(t, offer.closingReason) },
        { label: t('offers.closedOn'), value: offer.closedOn ? format.longDate(offer.closedOn) : null },
        ...(isKiosk
          ? []
          : [
              { label: t('offers.deposit'), value: <Deposit offerId={offer.id} /> },
              { label: t('offers.source'), value: [offer.source, offer.externalId].filter((part) => part).join(' · ') },
            ]),
        // Wherever such an offer is shown, to students too: the services ask for it.
        { label: t('connectors.mention'), value: mentionOf(t, offer.source) },
        {
          label: t('offers.skills'),
          value:
            offer.skills.length > 0 ? (
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
                {offer.skills.map((skill) => (
                  <Chip key={skill} size="small" label={skill} />
                ))}
              </Box>
            ) : null,
        },
        ...read.own,
      ]}
    />
  );
}

/** The file that brought the offer, or that somebody wrote it here; nothing until that is known. */
function Deposit({ offerId }: { readonly offerId: Offer['id'] }) {
  const { t } = useTranslation();
  const { data } = useCall('imports', 'origin', { kind: 'offers', id: offerId });
  if (!data) return null;
  const [first] = data;
  if (!first) return t('offers.depositedHere');
  return (
    <TextLink component={Link} to={`/imports/${first.importId}`}>
      {t('companies.originImport', { file: first.fileName })}
    </TextLink>
  );
}

/** What was said of the place, and the commune, department and region that this is; or that nothing decides. */
function Place({ offer }: OfferFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { place, postcode, city, country } = offer;
  const town = [postcode, city].filter((part) => part !== null).join(' ');
  const said = [town, country].filter((part) => part).join(', ');
  if (place === null) return said;
  const { communeCode, department, region, openAmong } = place;
  const known = [
    // A town that is known under its own name need not be said twice.
    place.name === city ? null : place.name,
    department && departmentNames[department],
    region && regionNames[region],
    communeCode && t('offers.communeCode', { code: communeCode }),
  ].filter((part, index, parts) => part && parts.indexOf(part) === index);
  const remark =
    openAmong.length > 0 ? t('offers.openPlace', { departments: format.list(openAmong) }) : known.join(' · ');
  return (
    <>
      {said}
      {remark === '' ? null : (
        <Typography
          component="div"
          variant="body2"
          sx={{ color: openAmong.length > 0 ? 'warning.main' : 'text.secondary' }}
        >
          {remark}
        </Typography>
      )}
    </>
  );
}

interface ContactProps {
  readonly contact: NonNullable<Offer['contact']>;
}

function Contact({ contact: { name, email, phone } }: ContactProps) {
  return (
    <>
      {name}
      {name && email ? ' · ' : null}
      {email ? <TextLink href={`mailto:${email}`}>{email}</TextLink> : null}
      {(name ?? email) && phone ? ' · ' : null}
      {phone}
    </>
  );
}

interface StartProps {
  readonly start: OfferStart;
  /** Whether the offer still looks for somebody: only then a start that has passed is worth a word. */
  readonly isOpen: boolean;
}

function Start({ start, isOpen }: StartProps) {
  const { t } = useTranslation();
  const text = startText(t, useFormat(), start);
  const last = start.kind === 'date' ? start.on : start.kind === 'range' ? start.to : null;
  if (!isOpen || last === null || last >= localDay(new Date())) return text;
  return (
    <>
      {text} <Chip size="small" color="warning" variant="outlined" label={t('offers.startsInPast')} />
    </>
  );
}

function startText(t: Translate, format: Format, start: OfferStart): string {
  switch (start.kind) {
    case 'as-soon-as-possible':
      return t('offers.asSoonAsPossible');
    case 'date':
      return format.longDate(start.on);
    case 'range':
      return t('offers.startRange', { from: format.longDate(start.from), to: format.longDate(start.to) });
  }
}

function durationText(t: Translate, format: Format, duration: OfferDuration): string {
  const { min, max, unit } = duration;
  if (min === max) return t(unit === 'week' ? 'offers.weeks' : 'offers.months', { count: max });
  return t(unit === 'week' ? 'offers.weeksRange' : 'offers.monthsRange', {
    min: format.number(min),
    max: format.number(max),
  });
}

/** What a service wants to stand beside its offers. */
function mentionOf(t: Translate, source: string | null): string | null {
  const service = offerServices.find((each) => serviceNames[each] === source);
  return service === undefined ? null : t(`connectors.offerMentions.${service}`);
}

/** Why an offer was closed: one of our own reasons, or the words of a file. */
function closingWords(t: Translate, reason: string | null): string | null {
  const known = closingReasons.find((each) => each === reason);
  return known ? t(`editor.closingReasons.${known}`) : reason;
}
