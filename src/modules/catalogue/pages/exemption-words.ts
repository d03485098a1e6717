import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FeeExemption } from '../rules/exemption.ts';

/** `từ 01/01/2017`, `từ 01/07/2025 đến hết 31/12/2026`. */
export function spanInWords(t: Words, { validFrom, validTo }: FeeExemption): string {
  const from = formatCivilDate(validFrom);
  return validTo === null
    ? t('catalogue.local-fees.from', { from })
    : t('catalogue.local-fees.from-to', { from, to: formatCivilDate(validTo) });
}

/** `mọi thủ tục`, `1.001193, 1.000656; trực tuyến`. */
export function scopeInWords(t: Words, { procedureCodes, channel }: FeeExemption): string {
  const codes = procedureCodes?.join(', ') ?? t('catalogue.exemption.every-procedure');
  return channel === null ? codes : `${codes}; ${t(`catalogue.channel.${channel}`)}`;
}

/** `miễn`, `giảm 50%`. */
export function percentInWords(t: Words, { percent }: Pick<FeeExemption, 'percent'>): string {
  return percent === 100 ? t('catalogue.exemption.whole') : t('catalogue.exemption.part', { percent });
}
