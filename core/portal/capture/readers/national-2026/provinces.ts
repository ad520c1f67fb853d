/**
 * Provinces whose id on the 2026 portal is known (facts on the portal, 2.3). For the others the officer has to enter
 * the id.
 */

export interface Province {
  readonly id: string;
  readonly name: string;
}

export const PROVINCES: readonly Province[] = [
  { id: '019d2be3-6a84-779d-b3e7-e214bdb86482', name: 'An Giang' },
  { id: '019d2be3-6a85-74ec-a33c-a7c04919ba00', name: 'Đắk Lắk' },
  { id: '019d2be3-6a85-74ec-a346-6489e82ae4c7', name: 'Gia Lai' },
  { id: '019d2be3-6a86-70a8-a0af-76e986804225', name: 'Hà Nội' },
  { id: '019d2be3-6a88-732b-8b17-b68020c8553a', name: 'Phú Thọ' },
];
