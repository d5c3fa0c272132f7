import { AppError } from '../../../shared/domain/app-error';
import { departmentNames } from '../../../shared/domain/dashboard/department';
import { placeOf } from '../../../shared/domain/places/offer-place';
import { regionNames } from '../../../shared/domain/places/regions';

/** A place of a question, understood: a commune, a department or a region. */
export interface AskedPlace {
  /** As in `regionNames`. */
  readonly region: string | null;
  /** As in `departmentNames`; null for a region. */
  readonly department: string | null;
  /** Null for a department or a region. */
  readonly inseeCode: string | null;
  /** "Grenoble, Isère", "Isère", "Bretagne". */
  readonly name: string;
}

/** Null where none is named. Throws `invalid-input` (`service-place-unknown`) for what is none of these. */
export function askedPlace(text: string): AskedPlace | null {
  if (text.trim() === '') return null;
  const place = placeOf({ city: text, postcode: null, country: null });
  const { department = null, region = null, communeCode = null } = place ?? {};
  if (place === null || (department === null && region === null)) {
    throw new AppError('invalid-input', 'The place is not understood.', 'service-place-unknown', { place: text });
  }
  const areaName = (department === null ? regionNames[region ?? ''] : departmentNames[department]) ?? '';
  // The name of a commune may have its department behind it: "Saint-Denis (93)".
  const communeName = place.name.replace(/ \([^)]*\)$/, '');
  const name = communeCode === null || communeName === areaName ? areaName : `${communeName}, ${areaName}`;
  return { region, department, inseeCode: communeCode, name };
}
