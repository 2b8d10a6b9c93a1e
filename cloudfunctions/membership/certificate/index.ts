import type { ServedContext } from '../../platform/types';
import { myCertificate } from './my-certificate';
import { verifyCertificate } from './verify-certificate';

/** Certificates, for their holders and for whoever scans one. */
export const certificateArea: ServedContext = { useCases: [myCertificate, verifyCertificate] };
