/** An instance's facts as its columns hold them: `i` the instance, `p` its product, `v` its version. */
export const factsColumns = `jsonb_build_object('product', p.name, 'version', v.number, 'installationType', i.installation_type, 'key', i.key,
  'keyRegisteredOn', i.key_registered_on, 'commissionedOn', i.commissioned_on, 'hasWorked', i.has_worked, 'siteId', i.site_id,
  'activated', i.activated, 'certificateId', i.certificate_id)`;

export const factsTables = `instance i join product p on p.desk_id = i.desk_id and p.product_id = i.product_id
  left join product_version v on v.desk_id = i.desk_id and v.product_version_id = i.product_version_id`;
