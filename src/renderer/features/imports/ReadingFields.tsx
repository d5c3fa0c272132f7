import type { ImportPreview } from '../../../shared/contract/imports';
import type { FileFormat } from '../../../shared/domain/import';
import { FormatFields } from './FormatFields';
import { PagesFields } from './PagesFields';
import { SheetFields } from './SheetFields';

interface ReadingFieldsProps {
  readonly preview: ImportPreview;
  readonly format: FileFormat;
  /** `isOtherTable`: the columns are others with it. */
  readonly onChange: (format: FileFormat, isOtherTable: boolean) => void;
}

/** How the file is read: a text by its encoding and separator, a workbook by its sheet, pages of a service as they are. */
export function ReadingFields({ preview, format, onChange }: ReadingFieldsProps) {
  if ('service' in format) return <PagesFields format={format} />;
  if ('sheet' in format) {
    const { workbook } = preview;
    return workbook ? (
      <SheetFields format={format} workbook={workbook} onChange={(next) => onChange(next, true)} />
    ) : null;
  }
  return <FormatFields format={format} onChange={(next) => onChange(next, next.delimiter !== format.delimiter)} />;
}
