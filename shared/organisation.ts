/** The federation that runs this: data, so that another one can use the program by changing it. */
export const organisation = {
  name: '江苏省慈善总会',
  programme: '会员之家',
  office: '会员联络部',
  officeHours: '工作日 9:00–17:30',
  /** Prefix of member numbers. */
  numberPrefix: 'JSCF',
  founding: '苏慈发〔2024〕5号',
} as const;
