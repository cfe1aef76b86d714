/** A text that only means one kind of record; made by {@link https://github.com/ulid/spec ULID} so it sorts by time. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type CaseId = Id<'case'>;
export type EvidenceId = Id<'evidence'>;
export type InboxId = Id<'inbox'>;
export type EventId = Id<'event'>;
export type ShopId = Id<'shop'>;
export type AddressId = Id<'address'>;
export type WrongShipmentId = Id<'wrongShipment'>;
export type OrderNoteId = Id<'orderNote'>;
export type ContactId = Id<'contact'>;
export type PersonId = Id<'person'>;
export type ReminderId = Id<'reminder'>;
export type OrderId = Id<'order'>;
export type CommitmentId = Id<'commitment'>;

/** SHA-256 of a file's original bytes, 64 lower-case hex digits. */
export type Sha256 = Id<'sha256'>;
