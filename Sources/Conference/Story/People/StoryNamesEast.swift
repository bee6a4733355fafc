extension StoryNames {
  static let chinese = StoryNames(
    "Wenjing Haoran Xiaoyu Yifan Jiaqi Zihan Meiling Junjie Ruoxi Tianyu Shuang Kaiwen Lingyun Zhiyuan",
    "Zhang Wang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Ma Zhu Guo")
  static let hanScript = StoryNames("文静 浩然 晓雨 一帆 佳琪 子涵 若曦 天宇", "张 王 刘 陈 杨 赵 黄 周", startsWithFamily: true)
  static let taiwanese = StoryNames(
    "Yi-Chen Chia-Hao Pei-Ju Wei-Ting Hsin-Yi Po-Han Ya-Wen Cheng-En",
    "Lin Chen Tsai Hsu Chang Liao Hsieh Kuo Tseng Yeh")
  static let japanese = StoryNames(
    "Haruka Kenji Yui Takumi Sakura Hiroshi Aoi Shota Naomi Daichi Emi Ryō",
    "Tanaka Suzuki Watanabe Itō Yamamoto Nakamura Kobayashi Saitō Ōno Matsuda Hayashi Shimizu")
  static let korean = StoryNames(
    "Ji-woo Min-jun Seo-yeon Hyun-woo Eun-ji Do-yun Soo-ah Tae-hyung Ye-rin Jae-hoon Ha-eun Dong-hyun",
    "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Shin")
  static let vietnamese = StoryNames(
    "Thị·Hương Quốc·Anh Minh·Châu Đức·Thắng Thu·Hà Văn·Khánh Ngọc·Linh Bảo·Trâm Hữu·Phước Thanh·Tùng Mỹ·Duyên Việt·Dũng",
    "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương", startsWithFamily: true)
  static let thai = StoryNames(
    "Siriporn Chaiwat Nattaya Somchai Kanokwan Thanakorn Pimchanok Anan Warunee Kittisak",
    "Srisawat Chaiyaporn Rattanakul Wongsuwan Boonmee Saetang Thongchai Phanthong Jaroensuk Suwannarat")
  static let malay = StoryNames(
    "Nurul Hafiz Siti Azman Farah Iskandar Aisyah Rizal Mei·Ling Kumaran",
    "Abdullah Ismail Rahim Hashim Zainal Tan Lim Subramaniam Yusof Halim")
  static let indonesian = StoryNames(
    "Dewi Budi Putri Agus Ratna Wahyu Intan Bayu Sri Rizky",
    "Santoso Wijaya Kusuma Hidayat Siregar Nugroho Lestari Pratama Simanjuntak Wibowo")
  static let filipino = StoryNames(
    "Maria·Luisa Jose·Miguel Angelica Rafael Kristine Paolo Bernadette Gabriel Liza Emmanuel",
    "Reyes Santos Dela·Cruz Bautista Villanueva Mendoza Aquino Salazar Pangilinan Macaraeg")
  static let mongolian = StoryNames(
    "Bolormaa Temüülen Oyuna Ganbold Sarangerel Bat-Erdene Nomin Tuguldur",
    "Batbayar Dorj Enkhbold Purev Ganzorig Tsend Munkh Sükhbaatar")
  static let kazakh = StoryNames(
    "Aigerim Nurlan Dana Yerlan Asel Timur Madina Arman Gulnara Daulet",
    "Nurbekov Akhmetova Tulegenov Sarsenova Yesimov Karimova Abenov Ospanova Zhaksybekov Umarova")
}

extension StoryNames {
  static let english = StoryNames(
    "Eleanor Marcus Hannah Julian Beatrice Owen Naomi Theodore Imogen Caleb Alice Gareth Simone Elliot",
    "Whitcombe Hargrove Ashdown Penrose Fairley Thackeray Marlowe Winslow Redfern Calloway Prescott Langford Birch Holloway"
  )
  static let irish = StoryNames(
    "Siobhán Cormac Aoife Diarmuid Niamh Eoghan Róisín Pádraig Orla Fionn",
    "Ó·Súilleabháin Gallagher Ní·Bhriain Kavanagh Mac·Cárthaigh Doyle Ó·Dónaill Brennan Kinsella Flanagan")
  static let french = StoryNames(
    "Chloé Antoine Hélène Mathieu Inès Rémi Élodie Gaël Camille Bastien",
    "Lefèvre Moreau Gauthier Béranger Delacroix Fournier Charpentier Rousselot Vasseur Thibault")
  static let german = StoryNames(
    "Annika Jürgen Friederike Lukas Käthe Matthias Svenja Florian Johanna Thorsten",
    "Schröder Hoffmann Krüger Weiß Lindemann Böhm Vogelsang Köhler Brandt Hartwig")
  static let dutch = StoryNames(
    "Femke Joris Marieke Bram Anouk Sander Lieke Pieter Saskia Thijs",
    "van·der·Meer de·Vries Jansen van·den·Berg Bakker Hoekstra Dijkman Verhoeven Willems Postma")
  static let nordic = StoryNames(
    "Astrid Bjørn Søren Linnéa Eirik Åsa Freja Øyvind Signe Håkon",
    "Lindqvist Sørensen Ødegård Bergström Halvorsen Åkesson Nygaard Christoffersen Sjöberg Dahl")
  static let finnish = StoryNames(
    "Aino Väinö Päivi Jyrki Sanna Eetu Hilla Onni",
    "Mäkelä Virtanen Hämäläinen Koskinen Järvinen Lehtonen Salmi Nieminen")
  static let icelandic = StoryNames(
    "Þórunn Sigurður Guðrún Ísak Ásdís Kjartan",
    "Jónsdóttir Þorsteinsson Einarsdóttir Magnússon Bjarnadóttir Hallgrímsson")
  static let spanish = StoryNames(
    "Lucía Andrés Ximena Joaquín Valentina Íñigo Camila Sebastián Renata Matías Paloma Tomás",
    "Gutiérrez Peña Ibáñez Quispe Fernández Zúñiga Morales Cárdenas Núñez Herrera Salazar Ríos")
  static let portuguese = StoryNames(
    "Beatriz João Letícia Caetano Mariana Thiago Inês Gonçalo Luísa Rafael",
    "Gonçalves Araújo Conceição Magalhães Nóbrega Figueiredo Assunção Teixeira Brandão Queirós")
  static let italian = StoryNames(
    "Chiara Niccolò Giulia Matteo Benedetta Lorenzo Francesca Tommaso",
    "Bianchini Ferraro Montanari Galli D'Amico Santoro Pellegrini Nicolò")
  static let greek = StoryNames(
    "Eleni Nikos Katerina Dimitris Ioanna Stavros Foteini Alexandros",
    "Papadimitriou Georgiou Kalogeropoulou Nikolaidis Vlachos Stamatiou Karagiannis Samaras")
  static let polish = StoryNames(
    "Agnieszka Łukasz Małgorzata Paweł Zofia Grzegorz Świętosława Michał Jadwiga Bartosz",
    "Wójcik Kowalczyk Dąbrowski Zielińska Szczepański Król Żukowska Pawłowski Górska Jabłoński")
  static let czech = StoryNames(
    "Markéta Tomáš Zdeňka Jiří Kateřina Ondřej Šárka Vojtěch",
    "Dvořáková Novotný Procházka Černá Hájek Růžička Jelínková Blažek")
  static let hungarian = StoryNames(
    "Zsófia Bence Eszter Gergő Réka Ádám Orsolya Márton", "Szabó Kovács Tóth Horváth Balogh Németh Fekete Szűcs")
  static let romanian = StoryNames(
    "Ioana Ștefan Mădălina Răzvan Crina Andrei Anca Mihai",
    "Ionescu Țurcanu Dumitrașcu Munteanu Bălan Stănescu Vlad Rusu")
  static let balkan = StoryNames(
    "Jelena Marko Ivana Dušan Snežana Luka Željka Nikola",
    "Jovanović Petrović Đorđević Horvat Kovačević Šarić Radić Živković")
  static let ukrainian = StoryNames(
    "Oksana Taras Olena Bohdan Solomiya Andriy Kateryna Yaroslav",
    "Shevchuk Kovalenko Bondarenko Melnyk Lysenko Tkachenko Hrytsenko Moroz")
  static let ukrainianScript = StoryNames(
    "Оксана Тарас Олена Богдан Соломія Ярослав", "Шевчук Коваленко Бондаренко Мельник Лисенко Мороз")
  static let baltic = StoryNames(
    "Rūta Jānis Eglė Mārtiņš Kristīne Tõnu Liis Andrius",
    "Kazlauskas Bērziņš Petrauskaitė Ozoliņa Tamm Žukauskas Kask Kalniņa")
  static let polynesian = StoryNames(
    "Mere Tāne Hinemoa Wiremu Aroha Rawiri Sina Tevita", "Ngāta Parata Walker Tuilagi Faleafa Rangihuna Harris Taufa")
  static let ethiopianScript = StoryNames("ትዕግስት ዳዊት ሰላም ዮናስ ሜሮን ራሔል", "አለሙ ታደሰ በቀለ ኃይሌ ደስታ ተሾመ")
}
