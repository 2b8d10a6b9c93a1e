export default definePageConfig({ navigationBarTitleText: '会籍登记' });
