import type { PackageOrigin } from '../../shared/domain/package';
import { localDay } from '../../shared/util/local-day';
import type { Translate } from './translate';
import type { Format } from './use-format';

/** From which university a file came, under which licence, and from when. */
export function packageOriginText(t: Translate, format: Format, origin: PackageOrigin): string {
  return t('packages.receivedFrom', {
    university: origin.university || t('packages.unknownUniversity'),
    licence: origin.licence || t('packages.noLicence'),
    day: format.longDate(localDay(new Date(origin.madeAt))),
  });
}
